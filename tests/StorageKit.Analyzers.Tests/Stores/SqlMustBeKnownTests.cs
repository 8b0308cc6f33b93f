using StorageKit.Analyzers.Stores;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.Stores;

/// <summary>SK0005: SQL of which nothing is known, and SQL that looks so and is known.</summary>
public sealed class SqlMustBeKnownTests() : StoreRuleTests(new SqlMustBeKnown())
{
    const string Row = "new { body = Text(entry) }";

    const string Members = """
        string Statement { get; set; } = "INSERT INTO audit_log (body) VALUES (@body)";
        readonly string given = Environment.GetEnvironmentVariable("SQL") ?? throw new InvalidOperationException();
        static readonly string[] Steps = ["INSERT INTO audit_log (body) VALUES (@body)", "NOTIFY audit"];
        const string Table = "audit_log";
        string Target => options.Path;
        static string Read(string name) => File.ReadAllText(name);
        static string Of(string table) => $"INSERT INTO {table} (body) VALUES (@body)";
        Task<int> RunAsync(string sql, object row) => connection.ExecuteAsync(sql, row);
        Task<int> RunMarkedAsync(string sql, object row) => connection.ExecuteAsync([|sql|], row);
        [StorageEffect(StorageEffectKind.Append)] Task<int> AppendAsync(string sql, object row) => connection.ExecuteAsync(sql, row);
        static NpgsqlConnection Open(string text) => new(text);
        """;

    static string With(string statements) => Emit(
        statements,
        statements.Contains("RunMarkedAsync", StringComparison.Ordinal)
            ? Members : Members.Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("await connection.ExecuteAsync([|options.Path|], " + Row + ");")]
    [InlineData("await connection.ExecuteAsync([|Statement|], " + Row + ");")]
    [InlineData("await connection.ExecuteAsync([|given|], " + Row + ");")]
    [InlineData("await connection.ExecuteAsync([|Read(\"insert.sql\")|], " + Row + ");")]
    [InlineData("await connection.ExecuteAsync([|options.Path + \";\"|], " + Row + ");")]
    [InlineData("await connection.ExecuteAsync([|$\"{options.Path} {Statement}\"|], " + Row + ");")]
    [InlineData("await connection.ExecuteAsync(new CommandDefinition([|options.Path|], " + Row + ", cancellationToken: cancellationToken));")]
    [InlineData("await db.Database.ExecuteSqlRawAsync([|options.Path|], Text(entry));")]
    [InlineData("await using var command = new NpgsqlCommand([|options.Path|], connection); await command.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("await using var command = source.CreateCommand([|options.Path|]); await command.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("await using var command = connection.CreateCommand(); command.CommandText = [|await File.ReadAllTextAsync(\"a.sql\", cancellationToken)|]; await command.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("using var command = sqlite.CreateCommand(); command.CommandText = [|options.Path|]; command.ExecuteNonQuery();")]
    [InlineData("await connection.ExecuteAsync([|options.Enabled ? Insert : options.Path|], " + Row + ");")]
    [InlineData("await RunMarkedAsync(options.Path, " + Row + ");")]
    [InlineData("await RunMarkedAsync(options.Path, " + Row + "); await RunMarkedAsync(Statement, " + Row + ");")]
    [InlineData("await Inner(); async Task Inner() => await connection.ExecuteAsync([|options.Path|], " + Row + ");")]
    public Task A_text_that_is_only_known_at_run_time(string emit) => Flags(With(emit));

    [Theory]
    [InlineData("await connection.ExecuteAsync(Insert, " + Row + ");")]
    [InlineData("await connection.ExecuteAsync($\"INSERT INTO {options.Path} (body) VALUES (@body)\", " + Row + ");")]
    [InlineData("await connection.ExecuteAsync($\"INSERT INTO {Target}.{Table} (body) VALUES (@body)\", " + Row + ");")]
    [InlineData("await connection.ExecuteAsync(Of(options.Path), " + Row + ");")]
    [InlineData("await connection.ExecuteAsync(options.Path + \" RETURNING id\", " + Row + ");")]
    [InlineData("await connection.ExecuteAsync(string.Format(\"INSERT INTO {0} (body) VALUES (@body)\", options.Path), " + Row + ");")]
    [InlineData("foreach (var step in Steps) await connection.ExecuteAsync(step, " + Row + ");")]
    [InlineData("await RunAsync(Of(\"audit_log\"), " + Row + ");")]
    [InlineData("await AppendAsync(options.Path, " + Row + ");")]
    [InlineData("await using var other = new NpgsqlConnection(options.Path); await other.ExecuteAsync(Insert, " + Row + ");")]
    [InlineData("await using var other = Open(options.Path); await other.ExecuteAsync(Insert, " + Row + ");")]
    [InlineData("await using var command = source.CreateCommand(); command.CommandText = Insert; await command.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("await using var command = connection.CreateCommand(); command.CommandText = Insert; command.CommandText += options.Path; await command.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("await using var command = connection.CreateCommand(); command.CommandText = Insert; logger.LogDebug(command.CommandText); await command.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("var sql = new System.Text.StringBuilder(\"INSERT INTO \").Append(options.Path).Append(\" (body) VALUES (@body)\"); await connection.ExecuteAsync(sql.ToString(), " + Row + ");")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"INSERT INTO audit_log (body) VALUES ({Text(entry)})\", cancellationToken);")]
    [InlineData("await repository.SaveAsync(entry, cancellationToken); logger.LogInformation(options.Path);")]
    public Task A_text_whose_skeleton_is_known(string emit) => Accepts(With(emit));
}
