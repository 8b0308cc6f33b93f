namespace StorageKit.Tools;

/// <summary>What the tools of a storage component refuse, so that one call cannot fill a store or a model's context.
/// </summary>
public sealed record StorageLimits
{
    /// <summary>Of components whose configuration says nothing else.</summary>
    public static StorageLimits Default { get; } = new();

    /// <summary>The longest key, and the longest prefix, in bytes of UTF-8. 1 to 65,536.</summary>
    public int MaxKeyBytes { get; init; } = 1024;

    /// <summary>The longest value that can be written, in bytes (of text: of its UTF-8). 1 to 16 MiB.</summary>
    public int MaxValueBytes { get; init; } = 1024 * 1024;

    /// <summary>The most keys on a page of a listing, and the number of them when a call does not say. 1 to 1,000.
    /// </summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>The longest result, in bytes of the JSON it is sent as. What does not fit is read page by page. 4 KiB
    /// to 1 MiB: clients end the connection at 10 MiB.</summary>
    public int MaxResultBytes { get; init; } = 256 * 1024;
}
