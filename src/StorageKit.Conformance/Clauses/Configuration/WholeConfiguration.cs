using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>A whole <c>storage.toml</c> that selects the driver for everything it serves, and a registry to open it
/// with. A contract that the driver does not serve, but a configuration has to name, goes to a stand-in.</summary>
internal sealed class WholeConfiguration
{
    const string StandIn = "stand-in";

    WholeConfiguration(Registry registry, string toml)
    {
        Registry = registry;
        Toml = toml;
    }

    /// <summary>The driver and the stand-in.</summary>
    internal Registry Registry { get; }

    /// <summary>The file.</summary>
    internal string Toml { get; }

    /// <summary>The file of a driver; null when its section has sub-tables, which another file cannot take over as they
    /// stand, but for the sections of drivers behind it.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="section">What stands under <c>[storage.NAME]</c>; null for no such table.</param>
    /// <param name="behind">Registers the drivers behind it; null when there are none.</param>
    internal static WholeConfiguration? TryCreate(
        DriverRegistration driver, string? section, Action<Registry>? behind = null)
    {
        if (section?.Split('\n').Any(IsSubTable) == true) return null;
        var alone = new Registry().Add(driver);
        behind?.Invoke(alone);
        var served = driver.Stores.SelectMany(store => store.Contracts)
            .Where(contract => alone.WhyNotServed(driver.Name, section ?? "", contract.Contract) is null)
            .Select(contract => contract.Kind).ToHashSet();
        var missing = StandardContract.All.Where(standard => !served.Contains(standard.Kind)).ToList();
        string[] lines =
        [
            "[storage]",
            .. served.Order(StringComparer.Ordinal).Select(kind => $"{kind} = \"{driver.Name}\""),
            .. missing.Select(standard => $"{standard.Kind} = \"{StandIn}\""),
            .. section is null ? Array.Empty<string>() : [$"[storage.{driver.Name}]", section],
        ];
        var standIn = new DriverRegistration(StandIn)
        {
            Stores = [.. missing.Select(standard => Store(new(standard.Kind, standard.Contract)))],
        };
        var registry = new Registry().Add(driver).Add(standIn);
        behind?.Invoke(registry);
        return new(registry, string.Join('\n', lines));
    }

    // What begins with [storage. has its whole name.
    static bool IsSubTable(string line) =>
        line.TrimStart() is ['[', ..] header && !header.StartsWith("[storage.", StringComparison.Ordinal);

    /// <summary>Opens it.</summary>
    internal ValueTask<Storage> OpenAsync(StorageServices services, CancellationToken cancellationToken) =>
        Registry.OpenAsync(StorageConfig.Parse(Toml), services, cancellationToken);

    /// <summary>What is wrong with it.</summary>
    internal IReadOnlyList<ConfigError> Validate() => Registry.Validate(StorageConfig.Parse(Toml));

    // Nobody calls it: what it says to be is enough for a registry.
    static StoreRegistration Store(ContractRegistration contract) =>
        new(contract.Contract, [contract], static (_, _) => new(new object()));
}
