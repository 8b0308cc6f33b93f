using StorageKit.Toml;

namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Finds the drivers that the options of the selected ones refer to, and reads their options, too.
    /// </summary>
    /// <returns>All of them.</returns>
    List<SelectedDriver> Follow(
        StorageConfig config, StorageServices services, IEnumerable<SelectedDriver> selected, List<ConfigError> errors)
    {
        List<SelectedDriver> all = [.. selected];
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var reference in all[i].References)
            {
                var kind = KindOf(reference.Contract);
                var target = Choose(config, reference.Position, kind, reference.Driver, all, errors);
                if (target is null) continue;
                if (!all.Contains(target))
                {
                    all.Add(target);
                    target.Bind(config.File, services, errors);
                }
                if (target.Reaches(all[i]))
                    errors.Add(SelectionErrors.Circle(
                        config.File, reference.Position, kind, target.Driver.Name));
                else
                    all[i].Targets.Add(reference, target);
            }
        }
        return all;
    }

    string KindOf(Type contract) =>
        Contracts().FirstOrDefault(known => known.Contract == contract).Kind ?? contract.Name;
}
