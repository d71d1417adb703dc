// Vue templates only: what oxlint does not read. Scripts are oxlint's.
import parser from '@typescript-eslint/parser'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'

/** Components that render readable text. */
const TEXT_COMPONENTS = ['RichText', 'QuotedText']

export default [
  { ignores: ['dist/', 'coverage/', '**/*.{js,mjs,ts}'] },
  ...vue.configs['flat/essential'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/multi-word-component-names': 'off',
      // What a door hands in (the root element, say) is there to be written to.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      'vue/no-template-target-blank': 'error',
      'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView'] }],
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vue/require-explicit-emits': 'error',
      'vue/v-on-event-hyphenation': 'error',
      'vuejs-accessibility/anchor-has-content': ['error', { accessibleChildren: TEXT_COMPONENTS }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: TEXT_COMPONENTS }],
    },
  },
]
