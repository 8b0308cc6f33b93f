namespace StorageKit.Redis;

/// <summary>What a reply of the server is.</summary>
public enum RedisReplyKind
{
    /// <summary>Nothing: a key or element that is not there.</summary>
    Null,

    /// <summary>A whole number, or a boolean as 0 or 1.</summary>
    Integer,

    /// <summary>Bytes, or a number that is written as text.</summary>
    Text,

    /// <summary>An error: the server refused the command.</summary>
    Error,

    /// <summary>Replies in their order; a map as keys and values in turn.</summary>
    Array,
}
