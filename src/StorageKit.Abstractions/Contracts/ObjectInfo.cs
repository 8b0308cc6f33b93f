namespace StorageKit;

/// <summary>What a listing tells of an object.</summary>
/// <param name="Key">The whole key, prefix included.</param>
/// <param name="Size">The length of the content in bytes.</param>
public sealed record ObjectInfo(string Key, long Size);
