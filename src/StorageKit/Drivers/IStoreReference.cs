using StorageKit.Toml;

namespace StorageKit;

/// <summary>A <see cref="StoreReference{T}"/> as the registry sees it.</summary>
internal interface IStoreReference
{
    Type Contract { get; }

    string Driver { get; }

    /// <summary>Where the name stands.</summary>
    TextPosition Position { get; }

    /// <summary>Whether what it names is opened when it is first asked for, and not before the one that refers to it.
    /// </summary>
    bool IsLate { get; }

    void Link(Func<TenantId, CancellationToken, ValueTask<object>> open);
}
