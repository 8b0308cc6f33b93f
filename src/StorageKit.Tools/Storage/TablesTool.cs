using System.Globalization;
using System.Text.Json;

namespace StorageKit.Tools;

/// <summary><c>{component}-tables</c>: what <c>{component}-query</c> can read.</summary>
internal sealed class TablesTool(StorageComponent component, ISqlReader database) : StorageTool
{
    // What stands around the tables, and around each of them.
    const int Frame = 1024, TableFrame = 64;

    static readonly JsonElement s_output = Schema("""
        {
          "type": "object",
          "properties": {
            "tables": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "schema": { "type": "string" },
                  "name": { "type": "string" },
                  "columns": { "type": "array", "items": { "type": "string" }, "description": "Name and type." }
                },
                "required": ["schema", "name", "columns"],
                "additionalProperties": false
              }
            },
            "is_cut": { "type": "boolean", "description": "Whether there are more tables than could be returned." }
          },
          "required": ["tables", "is_cut"],
          "additionalProperties": false
        }
        """);

    internal override ToolDefinition Definition { get; } = new()
    {
        Name = component.Name + "-tables",
        Component = component.Name,
        Title = "List tables",
        Description = $"Lists the tables and views of the PostgreSQL database behind {Described(component)} that "
            + $"{component.Name}-query can read, with their columns.",
        InputSchema = Schema("""{ "type": "object", "properties": {}, "additionalProperties": false }"""),
        OutputSchema = s_output,
        IsReadOnly = true,
        IsIdempotent = true,
    };

    internal override async ValueTask<ToolResult> CallAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        if (new ToolArguments(arguments).Refusal() is { } refusal) return refusal;
        var all = await database.ListTablesAsync(cancellationToken).ConfigureAwait(false);
        var budget = (long)component.Limits.MaxResultBytes - Frame;
        List<SqlTable> tables = [];
        foreach (var table in all)
        {
            budget -= 2 * (JsonCost.Of(table.Schema) + JsonCost.Of(table.Name)
                + table.Columns.Sum(column => JsonCost.Of(column) + 4)) + TableFrame;
            if (budget < 0) break;
            tables.Add(table);
        }
        var isCut = tables.Count < all.Count;
        var lines = tables.Select(table => $"{table.Schema}.{table.Name} ({string.Join(", ", table.Columns)})");
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{tables.Count} tables{(isCut ? "; there are more" : "")}.\n")
            + UntrustedText.Mark(string.Join('\n', lines));
        return ToolResult.Success(text, Structured(tables, isCut)) with { IsUntrusted = true };
    }

    static JsonElement Structured(List<SqlTable> tables, bool isCut) => ResultJson.Of(writer =>
    {
        writer.WriteStartArray("tables");
        foreach (var table in tables)
        {
            writer.WriteStartObject();
            writer.WriteString("schema", table.Schema);
            writer.WriteString("name", table.Name);
            writer.WriteStartArray("columns");
            foreach (var column in table.Columns) writer.WriteStringValue(column);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteBoolean("is_cut", isCut);
    });
}
