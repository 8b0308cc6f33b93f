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
                if (target.Reaches(all[i])) errors.Add(Circle(config.File, reference.Position, kind, target));
                else all[i].Targets.Add(reference, target);
            }
        }
        return all;
    }

    string KindOf(Type contract) =>
        Contracts().FirstOrDefault(known => known.Contract == contract).Kind ?? contract.Name;

    static ConfigError Circle(string file, TextPosition position, string kind, SelectedDriver target) =>
        new(
            ConfigErrorKind.Option, file, position,
            $"the driver {QuotedName.Of(target.Driver.Name)} would stand behind itself")
        { Contract = kind, Driver = target.Driver.Name, Hint = "name a driver that does not refer back to this one" };
}
