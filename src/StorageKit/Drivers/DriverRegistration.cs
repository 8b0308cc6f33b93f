namespace StorageKit;

/// <summary>Everything the registry has to know of a driver. Generated from <see cref="StorageDriverAttribute"/>;
/// immutable.</summary>
/// <param name="name">The driver's name, as in TOML.</param>
public sealed class DriverRegistration(string name)
{
    readonly (ContractRegistration Contract, StoreRegistration Store)[] _stores = [];

    /// <summary>The driver's name, as in TOML.</summary>
    public string Name { get; } = name;

    /// <summary>Its store classes; no two serve the same contract.</summary>
    public required IReadOnlyList<StoreRegistration> Stores
    {
        get;
        init
        {
            field = value;
            _stores = [.. value.SelectMany(store => store.Contracts.Select(contract => (contract, store)))];
        }
    }

    /// <summary>Its resource classes, in an order in which each needs only earlier ones.</summary>
    public IReadOnlyList<ResourceRegistration> Resources { get; init; } = [];

    /// <summary>Reads the options; null when the section has errors. A driver without options has no binder.</summary>
    public Func<SectionReader, object?>? BindOptions { get; init; }

    /// <summary>What <see cref="BindOptions"/> asks for, in the ordinal order of the keys; empty for a driver without
    /// options. Opens and reads nothing.</summary>
    public IReadOnlyList<OptionDescription> DescribeOptions() =>
        BindOptions is null ? [] : SectionReader.Describe(BindOptions);

    /// <summary>Whether <c>[storage.NAME]</c> must be there, because an option is required.</summary>
    public bool RequiresSection { get; init; }

    /// <summary>Whether every clock the driver reads is the <see cref="TimeProvider"/> it is given.</summary>
    public bool UsesTimeProvider { get; init; }

    /// <summary>Whether a text may be a driver's name: <c>^[a-z][a-z0-9_-]{0,62}$</c>.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 63
        && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');

    internal StoreRegistration? StoreOf(string kind)
    {
        foreach (var (served, store) in _stores)
            if (served.Kind == kind)
                return store;
        return null;
    }

    internal StoreRegistration? StoreOf(Type contract)
    {
        foreach (var (served, store) in _stores)
            if (served.Contract == contract)
                return store;
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"driver \"{Name}\"";
}
