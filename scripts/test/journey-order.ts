import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** All journeys share one demo: the story, which uses its people up, comes after those that only read or undo what they did. */
export default class JourneyOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isStory = (file: TestSpecification) => file.moduleId.includes('/e2e/story/')
    return [...sorted.filter(file => !isStory(file)), ...sorted.filter(isStory)]
  }
}
