namespace StorageKit;

/// <summary>The drivers an application knows. Filled at start, then read by any number of threads.</summary>
public sealed partial class Registry
{
    readonly SortedDictionary<string, DriverRegistration> _drivers = new(StringComparer.Ordinal);

    /// <summary>Adds a driver; generated <c>AddNAME()</c> methods call it.</summary>
    /// <exception cref="ArgumentException">Its name is taken, or two of its stores serve one contract.</exception>
    public Registry Add(DriverRegistration driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        if (_drivers.TryGetValue(driver.Name, out var other))
            throw new ArgumentException(
                $"The driver name {QuotedName.Of(driver.Name)} is taken by {Origin(other)}; {Origin(driver)} needs another one.",
                nameof(driver));
        foreach (var kind in driver.Stores.SelectMany(store => store.Contracts).GroupBy(contract => contract.Kind))
            if (kind.Count() > 1)
                throw new ArgumentException($"Two stores of {driver} serve {kind.Key}; one has to go.", nameof(driver));
        _drivers.Add(driver.Name, driver);
        return this;
    }

    /// <summary>The drivers, in the ordinal order of their names.</summary>
    public IReadOnlyCollection<DriverRegistration> Drivers => _drivers.Values;

    /// <summary>The names of the drivers that serve a contract, in ordinal order.</summary>
    public IReadOnlyList<string> NamesFor(string kind) =>
        [.. _drivers.Values.Where(driver => driver.StoreOf(kind) is not null).Select(driver => driver.Name)];

    /// <summary>The contracts that can be selected: the kit's own in their order, then the drivers' own.</summary>
    internal IEnumerable<(string Kind, Type Contract)> Contracts()
    {
        var standard = StandardContracts.Required.Append(StandardContracts.ObjectStore).ToArray();
        var own = _drivers.Values
            .SelectMany(driver => driver.Stores)
            .SelectMany(store => store.Contracts)
            .Select(contract => (contract.Kind, contract.Contract))
            .Where(contract => standard.All(known => known.Kind != contract.Kind))
            .Distinct()
            .OrderBy(contract => contract.Kind, StringComparer.Ordinal);
        return standard.Concat(own);
    }

    static string Origin(DriverRegistration driver) =>
        driver.Stores.Count == 0 ? "a driver without stores" : driver.Stores[0].StoreType.AssemblyQualifiedName!.Split(", Version")[0];
}
