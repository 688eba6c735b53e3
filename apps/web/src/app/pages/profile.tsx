import { Page } from '../../components/ui/page.js';

export default function Placeholder() {
  return <Page title="profile">{null}</Page>;
}
