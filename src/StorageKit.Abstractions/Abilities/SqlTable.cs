namespace StorageKit;

/// <summary>A table or view.</summary>
/// <param name="Schema">Where it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in their order, each with its type: <c>id bigint</c>.</param>
public sealed record SqlTable(string Schema, string Name, IReadOnlyList<string> Columns);
