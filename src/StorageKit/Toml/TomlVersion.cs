namespace StorageKit.Toml;

/// <summary>The version of the TOML language a text is read as.</summary>
public enum TomlVersion
{
    /// <summary>TOML 1.0.0 (2021).</summary>
    V1_0 = 0,

    /// <summary>
    /// TOML 1.1.0: all of 1.0, and line breaks, comments and a trailing comma in inline tables, the escapes
    /// <c>\e</c> and <c>\xHH</c>, and times without seconds.
    /// </summary>
    V1_1 = 1,
}
