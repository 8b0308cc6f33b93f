using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>A read <c>storage.toml</c>: which driver serves which contract, and the drivers' sections.
/// Immutable.</summary>
/// <remarks>It knows no drivers: <see cref="Registry.Validate"/> holds it against those that are registered.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class StorageConfig
{
    /// <summary>A file longer than this is refused: it is not a configuration.</summary>
    public const int MaxBytes = 1024 * 1024;

    // It may hold secrets, as all that was read.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    readonly TomlTable _storage;

    StorageConfig(string file, TomlTable root, TomlTable storage)
    {
        File = file;
        Root = root;
        _storage = storage;
    }

    /// <summary>The file's name as it was given; errors begin with it.</summary>
    public string File { get; }

    /// <summary>The whole document; tables beside <c>[storage]</c> are left to whom they belong.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public TomlTable Root { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="StorageConfigException">It cannot be read or is no storage configuration; all errors at once.
    /// </exception>
    public static StorageConfig Load(string path) => Parse(ConfigFile.Read(path), path);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="toml">The text.</param>
    /// <param name="file">What errors call it.</param>
    /// <exception cref="StorageConfigException">It is no storage configuration; all errors at once.</exception>
    public static StorageConfig Parse(string toml, string file = "storage.toml")
    {
        ArgumentNullException.ThrowIfNull(toml);
        ArgumentNullException.ThrowIfNull(file);
        var isToml = TomlDocument.TryParse(toml, file, out var document, out var errors);
        return isToml ? Of(document) : throw NoToml(file, errors);
    }

    /// <summary>Sections alone, for a driver that is opened without a configuration.</summary>
    internal static StorageConfig OfSections(string file, TomlTable root, TomlTable sections) =>
        new(file, root, sections);

    static StorageConfig Parse(byte[] utf8, string file)
    {
        var isToml = TomlDocument.TryParse(utf8, file, out var document, out var errors);
        return isToml ? Of(document) : throw NoToml(file, errors);
    }

    static StorageConfig Of(TomlDocument document)
    {
        List<ConfigError> errors = [];
        var storage = ConfigShape.StorageOf(document, errors);
        return storage is not null && errors.Count == 0
            ? new(document.FileName, document.Root, storage)
            : throw new StorageConfigException(errors);
    }

    static StorageConfigException NoToml(string file, IReadOnlyList<TomlError> errors) =>
        new([.. errors.Select(e => new ConfigError(ConfigErrorKind.ParseError, file, e.Span.Start, e.Message))]);

    /// <summary>What is wrong with the key of a contract that only the registry knows; null when nothing is.</summary>
    internal ConfigError? CheckOwnKind(string kind) =>
        _storage.TryGet(kind, out var entry) && entry.Value is not TomlString
            ? ConfigShape.NoDriverName(File, kind, entry)
            : null;

    /// <summary>The driver that serves a contract.</summary>
    /// <param name="kind">The contract's key in the <c>[storage]</c> table.</param>
    /// <param name="driver">Its name.</param>
    public bool TryGetDriver(string kind, [NotNullWhen(true)] out string? driver)
    {
        driver = _storage.TryGet(kind, out var entry) && entry.Value is TomlString name ? name.Value : null;
        return driver is not null;
    }

    internal TextPosition PositionOf(string kind) => SpanOf(kind).Start;

    internal TomlSpan SpanOf(string kind) => _storage.TryGet(kind, out var entry) ? entry.Value.Span : _storage.Span;

    /// <summary>Where <c>[storage]</c> stands.</summary>
    internal TextPosition Place => _storage.Span.Start;

    /// <summary>The <c>[storage.NAME]</c> entry, whatever its type, unless it is a contract's key.</summary>
    internal bool TryGetSection(string driver, out TomlEntry section) => _storage.TryGet(driver, out section);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal IEnumerable<TomlEntry> Entries => _storage;

    /// <summary>The warning about an entry that nobody reads.</summary>
    internal ConfigError Unused(
        TomlEntry entry, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> drivers) =>
        SelectionErrors.Unused(File, entry, kinds, drivers, _storage);

    /// <summary>Which driver serves what; everything else by name only, never its content.</summary>
    public override string ToString() => string.Join(", ", _storage.Select(Describe));

    // Only under a contract's key does a string stand for a driver; under any other it may be a pasted address.
    static string Describe(TomlEntry entry) => entry.Value is TomlString name && StandardKinds.Contains(entry.Key)
        ? $"{entry.Key} = {QuotedName.OrHidden(name.Value)}"
        : $"[storage.{QuotedName.OfKey(entry.Key)}] <redacted>";
}
