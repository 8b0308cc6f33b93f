using StorageKit.Toml;

namespace StorageKit;

/// <summary>An option that names another driver.</summary>
internal interface IStoreReference
{
    /// <summary>The contract that the driver is named for; null when it is none.</summary>
    string? Kind { get; }

    TomlString Name { get; }
}

internal sealed record StoreReference(string? Kind, TomlString Name) : IStoreReference;
