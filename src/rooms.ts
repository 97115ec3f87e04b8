/**
 * The rooms of the house: each one's question, and whom it may import. All named rooms stand before it.
 * The arrow test, the SQL test and the map in ARCHITECTURE.md read this list.
 */
export const rooms = [
  { name: 'core', path: 'src/core', question: 'In which words is every rule written?', imports: [] },
  { name: 'platform', path: 'src/platform', question: 'How does the product touch the world?', imports: ['core'] },
  { name: 'ui', path: 'src/ui', question: 'How does it look?', imports: ['core'] },
  {
    name: 'workforce',
    path: 'src/domain/workforce',
    question: 'Siapa bekerja di mana?',
    imports: ['core', 'platform', 'ui'],
  },
  {
    name: 'competency',
    path: 'src/domain/competency',
    question: 'Kurang apa?',
    imports: ['core', 'platform', 'ui', 'workforce'],
  },
  {
    name: 'talent',
    path: 'src/domain/talent',
    question: 'Siapa?',
    imports: ['core', 'platform', 'ui', 'workforce', 'competency'],
  },
  {
    name: 'planning',
    path: 'src/domain/planning',
    question: 'Diklat apa, kapan, dengan dana mana?',
    imports: ['core', 'platform', 'ui', 'workforce', 'competency', 'talent'],
  },
  {
    name: 'delivery',
    path: 'src/domain/delivery',
    question: 'Terlaksana dan diterapkan?',
    imports: ['core', 'platform', 'ui', 'workforce', 'competency', 'planning'],
  },
  {
    name: 'impact',
    path: 'src/domain/impact',
    question: 'Berdampak?',
    imports: ['core', 'platform', 'ui', 'workforce', 'competency', 'planning', 'delivery'],
  },
  {
    name: 'succession',
    path: 'src/domain/succession',
    question: 'Siap untuk apa?',
    imports: ['core', 'platform', 'ui', 'workforce', 'competency', 'talent', 'planning', 'delivery', 'impact'],
  },
  {
    name: 'exchange',
    path: 'src/exchange',
    question: 'Other people’s files and systems',
    imports: [
      'core',
      'platform',
      'ui',
      'workforce',
      'competency',
      'talent',
      'planning',
      'delivery',
      'impact',
      'succession',
    ],
  },
  {
    name: 'demo',
    path: 'src/demo',
    question: 'Kabupaten Contoh',
    imports: [
      'core',
      'platform',
      'ui',
      'workforce',
      'competency',
      'talent',
      'planning',
      'delivery',
      'impact',
      'succession',
      'exchange',
    ],
  },
  {
    name: 'app',
    path: 'src/app',
    question: 'The whole, put together',
    imports: [
      'core',
      'platform',
      'ui',
      'workforce',
      'competency',
      'talent',
      'planning',
      'delivery',
      'impact',
      'succession',
      'exchange',
      'demo',
    ],
  },
] as const

export type RoomName = (typeof rooms)[number]['name']
