/** The page that the EHR sends us back to: completes the launch and shows the panel. */
import { createRoot } from 'react-dom/client';
import { PanelPage } from './shell/PanelPage.tsx';
import { Root } from './shell/Root.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <Root>
      <PanelPage base={new URL('./', window.location.href).href} />
    </Root>,
  );
}
