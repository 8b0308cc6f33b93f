namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Why a section does not serve a contract that its driver has, as the layout says that it chooses; null
    /// when it does, or when the section is wrong.</summary>
    /// <param name="driver">The driver's name.</param>
    /// <param name="sectionToml">What would stand under <c>[storage.NAME]</c>.</param>
    /// <param name="contract">The contract.</param>
    public string? WhyNotServed(string driver, string sectionToml, Type contract)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(sectionToml);
        ArgumentNullException.ThrowIfNull(contract);
        ResolveSection(FileOf(driver), driver, sectionToml, StorageServices.Default, out var selected, out _);
        return (selected?.Options as ILayoutOptions)?.Layout?.WhyNotServed(contract);
    }

    /// <summary>The contracts that are selected from a section whose layout does not serve them.</summary>
    static IEnumerable<ConfigError> NotServed(
        StorageConfig config, IEnumerable<(string Kind, SelectedDriver Driver)> selection)
    {
        foreach (var (kind, selected) in selection)
        {
            if (selected.Options is not ILayoutOptions { Layout: { } layout }) continue;
            var contract = selected.Driver.StoreOf(kind)!.Contracts.First(served => served.Kind == kind).Contract;
            if (layout.WhyNotServed(contract) is { } why)
                yield return new(
                    ConfigErrorKind.Option, config.File, config.PositionOf(kind),
                    $"{kind} = {QuotedName.Of(selected.Driver.Name)}: {why}")
                { Contract = kind, Driver = selected.Driver.Name };
        }
    }
}
