using System.Diagnostics.CodeAnalysis;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>A read <c>storage.toml</c>: which driver serves which contract, and the drivers' sections.
/// Immutable.</summary>
/// <remarks>It knows no drivers: <see cref="Registry.Validate"/> holds it against those that are registered.</remarks>
public sealed class StorageConfig
{
    /// <summary>A file longer than this is refused: it is not a configuration.</summary>
    public const int MaxBytes = 1024 * 1024;

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
        return Parse(System.Text.Encoding.UTF8.GetBytes(toml), file);
    }

    /// <summary>Sections alone, for a driver that is opened without a configuration.</summary>
    internal static StorageConfig OfSections(string file, TomlTable root, TomlTable sections) =>
        new(file, root, sections);

    static StorageConfig Parse(byte[] utf8, string file)
    {
        if (!TomlDocument.TryParse(utf8, file, out var document, out var syntaxErrors))
            throw new StorageConfigException(
            [
                .. syntaxErrors.Select(e => new ConfigError(ConfigErrorKind.ParseError, file, e.Span.Start, e.Message)),
            ]);
        var config = Of(document, out var errors);
        return config ?? throw new StorageConfigException(errors);
    }

    static StorageConfig? Of(TomlDocument document, out List<ConfigError> errors)
    {
        errors = [];
        var file = document.FileName;
        if (!document.Root.TryGet("storage", out var entry))
        {
            var near = NearestName.Of("storage", document.Root.Select(e => e.Key));
            errors.Add(new(ConfigErrorKind.NoStorageSection, file, null, "has no [storage] section")
            {
                Hint = near is null
                    ? "add [storage] with a driver for each contract"
                    : $"did you mean [storage] where it says {QuotedName.OfKey(near)}?",
            });
            return null;
        }
        if (entry.Value is not TomlTable storage)
        {
            errors.Add(new(
                ConfigErrorKind.ParseError, file, entry.KeySpan.Start,
                $"storage: expected a table, found {FoundValue.WithArticle(entry.Value.TypeName)}"));
            return null;
        }
        foreach (var (kind, _) in StandardContracts.Required)
            CheckKind(file, entry, storage, kind, isRequired: true, errors);
        CheckKind(file, entry, storage, StandardContracts.ObjectStore.Kind, isRequired: false, errors);
        return errors.Count == 0 ? new(file, document.Root, storage) : null;
    }

    static void CheckKind(
        string file, TomlEntry storageEntry, TomlTable storage, string kind, bool isRequired, List<ConfigError> errors)
    {
        if (!storage.TryGet(kind, out var entry))
        {
            if (!isRequired) return;
            var strangers = storage.Where(e => e.Value is TomlString && !StandardContracts.IsKind(e.Key));
            var near = NearestName.Of(kind, strangers.Select(e => e.Key));
            errors.Add(new(
                ConfigErrorKind.ParseError, file, storageEntry.KeySpan.Start, $"[storage]: missing field `{kind}`")
            {
                Contract = kind,
                Hint = near is null
                    ? $"add {kind} = \"DRIVER\""
                    : $"did you mean {kind} where it says {QuotedName.OfKey(near)}?",
                Fix = near is not null && NearestName.Only(near, MissingKinds(storage)) == kind
                    && NearestName.Only(kind, strangers.Select(e => e.Key)) == near && storage.TryGet(near, out var stranger) ? new(stranger.KeySpan, kind) : null,
            });
        }
        else if (entry.Value is not TomlString)
        {
            errors.Add(NoDriverName(file, kind, entry));
        }
    }

    static IEnumerable<string> MissingKinds(TomlTable storage) =>
        StandardContracts.All.Select(contract => contract.Kind).Where(kind => !storage.TryGet(kind, out _));

    static ConfigError NoDriverName(string file, string kind, TomlEntry entry) =>
        new(
            ConfigErrorKind.ParseError, file, entry.Value.Span.Start,
            $"[storage] {kind}: expected a driver's name (string), "
            + $"found {FoundValue.WithArticle(entry.Value.TypeName)}")
        { Contract = kind };

    /// <summary>What is wrong with the key of a contract that only the registry knows; null when nothing is.</summary>
    internal ConfigError? CheckOwnKind(string kind) =>
        _storage.TryGet(kind, out var entry) && entry.Value is not TomlString ? NoDriverName(File, kind, entry) : null;

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

    internal IEnumerable<TomlEntry> Entries => _storage;

    /// <summary>The key of <c>[storage]</c> that was meant by one that nobody reads.</summary>
    internal ConfigFix? FixOfKey(TomlEntry entry, IEnumerable<string> meant) =>
        ConfigFix.OfKey(entry, [.. meant], _storage);

    /// <summary>Which driver serves what; everything else by name only, never its content.</summary>
    public override string ToString() => string.Join(", ", _storage.Select(Describe));

    // Only under a contract's key does a string stand for a driver; under any other it may be a pasted address.
    static string Describe(TomlEntry entry) => entry.Value is TomlString name && StandardContracts.IsKind(entry.Key)
        ? $"{entry.Key} = {QuotedName.OrHidden(name.Value)}"
        : $"[storage.{QuotedName.OfKey(entry.Key)}] <redacted>";
}
