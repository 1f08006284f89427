/** The library's menu with all its parts, in a file of its own so that it can be loaded later. */
export { Menu as MenuCode } from '@mantine/core';
