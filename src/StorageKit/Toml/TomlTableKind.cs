namespace StorageKit.Toml;

/// <summary>What brought a table into being; it decides what may still be added to it.</summary>
public enum TomlTableKind
{
    /// <summary>The document itself.</summary>
    Root = 0,

    /// <summary>A <c>[name]</c> or <c>[[name]]</c> header.</summary>
    Header = 1,

    /// <summary>The header of a table below it: <c>[a.b]</c> brings <c>a</c> into being.</summary>
    Implicit = 2,

    /// <summary>A dotted key: <c>a.b = 1</c> brings <c>a</c> into being.</summary>
    Dotted = 3,

    /// <summary>Braces: <c>{ a = 1 }</c>.</summary>
    Inline = 4,
}
