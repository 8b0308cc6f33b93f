namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>ADO.NET and its providers: the text arrives in a constructor or in CommandText.</summary>
internal static class AdoNet
{
    const string SqlStep = "one statement such as 'UPDATE … SET n = n + @amount … RETURNING n'";

    public static Technology Commands { get; } = new(
        "ADO.NET",
        [
            "System.Data.Common.DbCommand", "System.Data.IDbCommand", "System.Data.Common.DbBatchCommand",
            "Npgsql.NpgsqlCommand", "Npgsql.NpgsqlBatchCommand", "Npgsql.NpgsqlDataSource", "Npgsql.NpgsqlConnection",
            "Microsoft.Data.Sqlite.SqliteCommand", "Microsoft.Data.SqlClient.SqlCommand",
            "System.Data.SqlClient.SqlCommand",
            "MySqlConnector.MySqlCommand", "MySql.Data.MySqlClient.MySqlCommand",
        ],
        [
            new(".ctor", EffectKind.Sql),
            new("CommandText", EffectKind.Sql),
            new("CreateCommand", EffectKind.Sql),
            new("BeginTextImport", EffectKind.Sql),
            new("BeginBinaryImport", EffectKind.Sql),
        ],
        SqlStep);

    /// <summary>What runs the text that a command was given.</summary>
    public static Technology Execution { get; } = new(
        "ADO.NET",
        ["System.Data.Common.DbCommand", "System.Data.IDbCommand", "System.Data.Common.DbBatch"],
        [
            new("ExecuteNonQuery", EffectKind.Execute),
            new("ExecuteScalar", EffectKind.Execute),
            new("ExecuteReader", EffectKind.Execute),
        ],
        SqlStep);

    /// <summary>Microsoft.Data.Sqlite begins with IMMEDIATE unless it is told to defer.</summary>
    public static Technology SqliteTransactions { get; } = new(
        "SQLite transactions",
        ["Microsoft.Data.Sqlite.SqliteConnection"],
        [new("BeginTransaction", EffectKind.BeginWeak, When: "True"), new("BeginTransaction", EffectKind.Begin)]);

    /// <summary>Without a level, servers take READ COMMITTED; a level that is not known counts as strong.</summary>
    public static Technology Transactions { get; } = new(
        "ADO.NET transactions",
        [
            "System.Data.Common.DbConnection", "System.Data.IDbConnection", "System.Data.Common.DbTransaction",
            "System.Data.IDbTransaction", "System.Transactions.TransactionScope", "Npgsql.NpgsqlConnection",
            "Microsoft.Data.SqlClient.SqlConnection", "System.Data.SqlClient.SqlConnection",
            "MySqlConnector.MySqlConnection",
        ],
        [
            new("BeginTransaction", EffectKind.BeginWeak, When: "ReadCommitted"),
            new("BeginTransaction", EffectKind.BeginWeak, When: "ReadUncommitted"),
            new("BeginTransaction", EffectKind.BeginWeak, When: "Unspecified"),
            new("BeginTransaction", EffectKind.BeginWeak, When: ApiCall.NoArguments),
            new("BeginTransaction", EffectKind.Begin),
            new(".ctor", EffectKind.BeginWeak, When: "ReadCommitted", Type: "System.Transactions.TransactionScope"),
            new(".ctor", EffectKind.Begin, Type: "System.Transactions.TransactionScope"),
            new("Commit", EffectKind.Commit),
            new("Rollback", EffectKind.Commit),
        ]);
}
