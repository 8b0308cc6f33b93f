namespace StorageKit;

/// <summary>The drivers an application knows. Filled at start, then read by any number of threads.</summary>
public sealed partial class Registry
{
    readonly SortedDictionary<string, DriverRegistration> _drivers = new(StringComparer.Ordinal);

    // Who looks one up by name, for every tenant perhaps, need not search a tree.
    readonly Dictionary<string, DriverRegistration> _byName = new(StringComparer.Ordinal);

    /// <summary>Adds a driver; generated <c>AddNAME()</c> methods call it.</summary>
    /// <exception cref="ArgumentException">Its name is taken or no driver's name; or two of its stores serve one
    /// contract, a store does not implement what it is said to serve,
    /// or a key stands for another contract already.</exception>
    public Registry Add(DriverRegistration driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        if (Refusal(driver) is { } refusal) throw new ArgumentException(refusal, nameof(driver));
        _drivers.Add(driver.Name, driver);
        _byName.Add(driver.Name, driver);
        return this;
    }

    /// <summary>The drivers, in the ordinal order of their names.</summary>
    public IReadOnlyCollection<DriverRegistration> Drivers => _drivers.Values;

    /// <summary>The driver of a name, or null.</summary>
    internal DriverRegistration? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The names of the drivers that serve a contract, in ordinal order.</summary>
    public IReadOnlyList<string> NamesFor(string kind) =>
        [.. _drivers.Values.Where(driver => driver.StoreOf(kind) is not null).Select(driver => driver.Name)];

    /// <summary>The contracts that can be selected: the kit's own in their order, then the drivers' own.</summary>
    internal IEnumerable<(string Kind, Type Contract)> Contracts()
    {
        var own = _drivers.Values
            .SelectMany(driver => driver.Stores)
            .SelectMany(store => store.Contracts)
            .Where(contract => !StandardKinds.Contains(contract.Kind))
            .Select(contract => (contract.Kind, contract.Contract))
            .Distinct()
            .OrderBy(contract => contract.Kind, StringComparer.Ordinal);
        return StandardContracts.All.Concat(own);
    }
}
