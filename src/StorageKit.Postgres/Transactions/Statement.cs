using Npgsql;

namespace StorageKit.Postgres;

/// <summary>A statement and its values <c>$1</c>, <c>$2</c> …, which never become part of its text.</summary>
internal sealed record Statement(string Sql, params object[] Values)
{
    internal IEnumerable<NpgsqlParameter> Parameters() => Values.Select(static value => new NpgsqlParameter
    {
        Value = value,
    });

    internal NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var parameter in Parameters()) command.Parameters.Add(parameter);
        return command;
    }
}
