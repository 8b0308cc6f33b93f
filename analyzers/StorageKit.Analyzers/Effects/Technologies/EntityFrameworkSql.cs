namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>EF Core's ways to run SQL text; holes of the interpolated forms are parameters.</summary>
internal static class EntityFrameworkSql
{
    public static Technology Technology { get; } = new(
        "EF Core SQL",
        [
            "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions",
            "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
            "Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade",
        ],
        [
            new("ExecuteSql", EffectKind.Sql),
            new("ExecuteSqlRaw", EffectKind.Sql),
            new("ExecuteSqlInterpolated", EffectKind.Sql),
            new("SqlQuery", EffectKind.Sql),
            new("SqlQueryRaw", EffectKind.Sql),
            new("FromSql", EffectKind.Sql),
            new("FromSqlRaw", EffectKind.Sql),
            new("FromSqlInterpolated", EffectKind.Sql),
            new("BeginTransaction", EffectKind.BeginWeak, When: "ReadCommitted"),
            new("BeginTransaction", EffectKind.BeginWeak, When: "ReadUncommitted"),
            new("BeginTransaction", EffectKind.BeginWeak, When: ApiCall.NoArguments),
            new("BeginTransaction", EffectKind.Begin),
        ],
        "one statement such as 'UPDATE … SET n = n + @amount … RETURNING n'");
}
