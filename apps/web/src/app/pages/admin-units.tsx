import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { unitsQuery } from '../../features/organisation/api/lists.js';
import { UnitForm } from '../../features/organisation/components/unit-form.js';
import { da } from '../../texts/da.js';
import { AdminPage } from '../admin/admin-page.js';

const route = getRouteApi('/inside/admin/units');

export default function AdminUnitsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <AdminPage
      to="/admin/units"
      texts={da.admin.units}
      search={search}
      query={useQuery(unitsQuery)}
      nameOf={({ code }) => code}
      metaOf={({ name }) => name}
      form={(unit, onSaved, onFaults) => (
        <UnitForm
          item={unit}
          onFaults={onFaults}
          onSaved={(saved) => {
            onSaved(saved);
            void client.invalidateQueries({ queryKey: unitsQuery.queryKey });
            void navigate({ to: '/admin/units', search: { ...search, id: saved.id } });
          }}
        />
      )}
    />
  );
}
