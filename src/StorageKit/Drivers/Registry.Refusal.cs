namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Why a driver cannot be added; null when it can.</summary>
    string? Refusal(DriverRegistration driver)
    {
        if (!DriverRegistration.IsName(driver.Name))
            return $"{QuotedName.Of(driver.Name)} is no driver's name: it is a lower-case letter, "
                + "then up to 62 of a-z 0-9 _ -.";
        if (driver.Name == EncryptionSection.Name)
            return $"The {driver} of {Origin(driver)} has the name of [storage.{EncryptionSection.Name}], where the "
                + "keys stand that credentials are encrypted with; it needs another one.";
        if (_drivers.TryGetValue(driver.Name, out var other))
            return other == driver
                ? $"The {driver} of {Origin(driver)} has been added already."
                : $"The driver name \"{driver.Name}\" is taken by {Origin(other)}; {Origin(driver)} needs another one.";
        if (Contracts().Any(contract => contract.Kind == driver.Name))
            return $"The {driver} of {Origin(driver)} has the name of a contract's key, which no section can have.";
        HashSet<string> kinds = new(StringComparer.Ordinal);
        foreach (var store in driver.Stores)
        {
            foreach (var (kind, contract) in store.Contracts)
            {
                if (!kinds.Add(kind)) return $"Two stores of {driver} serve {kind}; one has to go.";
                if (!contract.IsAssignableFrom(store.StoreType))
                    return $"{store.StoreType} of {driver} does not implement {contract}, which it is said to serve.";
                if (Contracts().FirstOrDefault(known => known.Kind == kind).Contract is { } meant && meant != contract)
                    return $"The key {kind} stands for {meant}; {contract} of {driver} needs another one.";
                if (kind == EncryptionSection.Name)
                    return $"The key {kind} of {contract} is the name of [storage.{kind}]; the key needs another one.";
                if (kind == driver.Name || _drivers.ContainsKey(kind))
                    return $"The key {kind} of {contract} is the name of a driver; the key needs another one.";
            }
        }
        return null;
    }

    static string Origin(DriverRegistration driver) =>
        driver.Stores.Count == 0
            ? "a driver without stores"
            : $"{driver.Stores[0].StoreType.FullName}, {driver.Stores[0].StoreType.Assembly.GetName().Name}";
}
