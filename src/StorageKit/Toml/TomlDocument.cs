namespace StorageKit.Toml;

/// <summary>A TOML text, read: a tree in which every key and value knows its place in the text.</summary>
/// <remarks>Reading is one pass; time and memory are proportional to the text. Nesting is limited to 128.</remarks>
public sealed class TomlDocument
{
    TomlDocument(string fileName, TomlVersion version, TomlTable root)
    {
        FileName = fileName;
        Version = version;
        Root = root;
    }

    /// <summary>The file as the caller named it; errors begin with it.</summary>
    public string FileName { get; }

    /// <summary>The version of TOML the text was read as.</summary>
    public TomlVersion Version { get; }

    /// <summary>The document's table.</summary>
    public TomlTable Root { get; }

    /// <summary>Reads a TOML text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What errors call the text; it is not opened.</param>
    /// <param name="version">The version of TOML.</param>
    /// <exception cref="TomlSyntaxException">The text is not TOML of that version.</exception>
    public static TomlDocument Parse(string text, string fileName, TomlVersion version = TomlVersion.V1_1) =>
        TryParse(text, fileName, out var document, out var errors, version)
            ? document
            : throw new TomlSyntaxException(errors);

    /// <summary>Reads the content of a TOML file.</summary>
    /// <param name="utf8">The bytes: UTF-8, with or without byte order mark.</param>
    /// <param name="fileName">What errors call the file; it is not opened.</param>
    /// <param name="version">The version of TOML.</param>
    /// <exception cref="TomlSyntaxException">The bytes are not UTF-8, or not TOML of that version.</exception>
    public static TomlDocument Parse(byte[] utf8, string fileName, TomlVersion version = TomlVersion.V1_1) =>
        TryParse(utf8, fileName, out var document, out var errors, version)
            ? document
            : throw new TomlSyntaxException(errors);

    /// <summary>Reads a TOML text and says what is wrong with it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What errors call the text; it is not opened.</param>
    /// <param name="document">The document; when there are errors, what could be read of it.</param>
    /// <param name="errors">
    /// What is wrong, in the order of the text, twenty at most. An error that may only follow from an earlier one is
    /// not listed.
    /// </param>
    /// <param name="version">The version of TOML.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryParse(
        string text,
        string fileName,
        out TomlDocument document,
        out IReadOnlyList<TomlError> errors,
        TomlVersion version = TomlVersion.V1_1)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        using var buffer = TomlText.Copy(text);
        return Read(buffer, fileName, version, out document, out errors);
    }

    /// <summary>Reads the content of a TOML file and says what is wrong with it.</summary>
    /// <param name="utf8">The bytes: UTF-8, with or without byte order mark.</param>
    /// <param name="fileName">What errors call the file; it is not opened.</param>
    /// <param name="document">The document; when there are errors, what could be read of it.</param>
    /// <param name="errors">
    /// What is wrong, in the order of the text, twenty at most. An error that may only follow from an earlier one is
    /// not listed.
    /// </param>
    /// <param name="version">The version of TOML.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryParse(
        byte[] utf8,
        string fileName,
        out TomlDocument document,
        out IReadOnlyList<TomlError> errors,
        TomlVersion version = TomlVersion.V1_1)
    {
        if (utf8 is null) throw new ArgumentNullException(nameof(utf8));
        using var buffer = TomlText.Decode(utf8);
        return Read(buffer, fileName, version, out document, out errors);
    }

    static bool Read(
        TomlText text,
        string fileName,
        TomlVersion version,
        out TomlDocument document,
        out IReadOnlyList<TomlError> errors)
    {
        if (fileName is null) throw new ArgumentNullException(nameof(fileName));
        var parser = new TomlParser(text, fileName, version);
        document = new TomlDocument(fileName, version, parser.ReadDocument(out errors));
        return errors.Count == 0;
    }
}
