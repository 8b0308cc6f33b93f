namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>System.IO: whole-file calls, and the ways to open a file; a path is the first argument.</summary>
internal static class Files
{
    public static Technology Technology { get; } = new(
        "Files",
        ["System.IO.File", "System.IO.FileStream", "System.IO.StreamWriter"],
        [
            new("ReadAllText", EffectKind.Read, Key: 0),
            new("ReadAllBytes", EffectKind.Read, Key: 0),
            new("ReadAllLines", EffectKind.Read, Key: 0),
            new("Exists", EffectKind.Read, Key: 0),
            new("WriteAllText", EffectKind.Overwrite, Key: 0, Value: 1),
            new("WriteAllBytes", EffectKind.Overwrite, Key: 0, Value: 1),
            new("WriteAllLines", EffectKind.Overwrite, Key: 0, Value: 1),
            new("AppendAllText", EffectKind.Append, Key: 0, Value: 1),
            new("AppendAllBytes", EffectKind.Append, Key: 0, Value: 1),
            new("AppendAllLines", EffectKind.Append, Key: 0, Value: 1),
            new("AppendText", EffectKind.Append, Key: 0),
            new("Create", EffectKind.Truncate, Key: 0),
            new("CreateText", EffectKind.Truncate, Key: 0),
            new("OpenWrite", EffectKind.OpenAtStart, Key: 0),
            .. Modes("Open", "System.IO.File"),
            .. Modes("OpenHandle", "System.IO.File"),
            .. Modes(".ctor", "System.IO.FileStream"),
            new(".ctor", EffectKind.Append, Key: 0, Type: "System.IO.StreamWriter", When: "True"),
            new(".ctor", EffectKind.Truncate, Key: 0, Type: "System.IO.StreamWriter", When: "False"),
            new(".ctor", EffectKind.Truncate, Key: 0, Type: "System.IO.StreamWriter", Parameters: "path"),
            .. Modes(".ctor", "System.IO.StreamWriter"),
            new("Move", EffectKind.Overwrite, Key: 1, When: "True"),
            new("Move", EffectKind.CreateOnly, Key: 1),
            new("Copy", EffectKind.Overwrite, Key: 1, When: "True"),
            new("Copy", EffectKind.CreateOnly, Key: 1),
            new("Replace", EffectKind.Overwrite, Key: 1),
            new("Delete", EffectKind.Delete, Key: 0),
        ],
        "a file that is locked for both steps, such as one 'FileStream' with 'FileShare.None'");

    /// <summary>What is done to an open file; the stream is the place.</summary>
    public static Technology Streams { get; } = new(
        "File streams",
        ["System.IO.FileStream"],
        [
            new("SetLength", EffectKind.Truncate, Key: 0),
            new("Seek", EffectKind.OpenAtStart, Key: 0, When: "Begin"),
            new("Position", EffectKind.OpenAtStart),
        ],
        "a file that is locked for both steps, such as one 'FileStream' with 'FileShare.None'",
        Place: Place.Receiver);

    /// <summary>A mode that is known at run time only has no line, so nothing is said of it.</summary>
    static ApiRow[] Modes(string member, string type) =>
    [
        new(member, EffectKind.Append, Key: 0, Type: type, When: "Append"),
        new(member, EffectKind.CreateOnly, Key: 0, Type: type, When: "CreateNew"),
        new(member, EffectKind.Truncate, Key: 0, Type: type, When: "Create"),
        new(member, EffectKind.Truncate, Key: 0, Type: type, When: "Truncate"),
        new(member, EffectKind.OpenAtStart, Key: 0, Type: type, When: "OpenOrCreate"),
    ];
}
