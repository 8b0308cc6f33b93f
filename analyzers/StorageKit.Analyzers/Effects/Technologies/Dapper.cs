namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// Dapper: the text is the parameter named sql or commandText, the values are the members of the object after it.
/// </summary>
internal static class Dapper
{
    public static Technology Technology { get; } = new(
        "Dapper",
        ["Dapper.SqlMapper", "Dapper.CommandDefinition"],
        [
            new(".ctor", EffectKind.Sql),
            new("Execute", EffectKind.Sql),
            new("ExecuteScalar", EffectKind.Sql),
            new("ExecuteReader", EffectKind.Sql),
            new("Query", EffectKind.Sql),
            new("QueryFirst", EffectKind.Sql),
            new("QueryFirstOrDefault", EffectKind.Sql),
            new("QuerySingle", EffectKind.Sql),
            new("QuerySingleOrDefault", EffectKind.Sql),
            new("QueryMultiple", EffectKind.Sql),
            new("QueryUnbuffered", EffectKind.Sql),
        ],
        "one statement such as 'UPDATE … SET n = n + @amount … RETURNING n'");
}
