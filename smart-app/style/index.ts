/** Only the styles of the Mantine components in use, then our own on top of them. */
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Tabs.css';
import '@mantine/core/styles/Skeleton.css';
import './tokens.css';
import './base.css';
import './marks.css';
import './shell.css';
import './lists.css';
import './detail.css';
import './grid.css';
import './trials.css';
import './charts.css';
import './document.css';
import './print.css';
