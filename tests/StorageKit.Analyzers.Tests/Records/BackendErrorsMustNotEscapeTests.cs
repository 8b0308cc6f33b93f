using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3009, code that breaks the rule and correct code that looks like it.</summary>
public sealed class BackendErrorsMustNotEscapeTests() : StoreRuleTests(new BackendErrorsMustNotEscape())
{
    const string Run = "await connection.ExecuteAsync(\"DELETE FROM sessions WHERE id = @id\", new { id });";
    const string Helpers = """
        static void Refuse() { throw new RedisException(); }
        static void RefuseMarked() { [|throw new RedisException();|] }
        static void Check(bool done) { if (!done) Refuse(); }
        async Task GuardAsync(Func<Task> run) { try { await run(); } catch (DbUpdateException e) { throw Map(e); } }
        static Exception Map(Exception e) => new StorageException(StorageErrorKind.Backend, "gone", e);
        public sealed class AcmeException : NpgsqlException;
        """;

    static string Delete(string statements) => Sessions(
        delete: statements,
        members: statements.Contains("RefuseMarked", StringComparison.Ordinal) ? Helpers : Helpers.Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("if (!await redis.KeyDeleteAsync(id)) [|throw new RedisException();|]")]
    [InlineData("if (id.Length > 9) [|throw new NpgsqlException();|] " + Run)]
    [InlineData("if (id.Length > 9) [|throw new PostgresException();|] " + Run)]
    [InlineData("if (id.Length > 9) [|throw new AcmeException();|] " + Run)]
    [InlineData("_ = await redis.KeyDeleteAsync(id) ? 1 : [|throw new RedisException()|];")]
    [InlineData("if (!await redis.KeyDeleteAsync(id)) RefuseMarked();")]
    [InlineData("try { " + Run + " } catch (NpgsqlException e) { [|throw e;|] }")]
    [InlineData("try { " + Run + " } catch (Exception) { [|throw new DbUpdateException();|] }")]
    [InlineData("try { " + Run + " [|throw new RedisException();|] } catch (NpgsqlException) { }")]
    [InlineData("Inner(); void Inner() { [|throw new NpgsqlException();|] }")]
    public Task A_backends_exception_that_is_thrown(string statements) => Flags(Delete(statements));

    [Theory]
    [InlineData("try { " + Run + " } catch (NpgsqlException) { Console.WriteLine(id); throw; }")]
    [InlineData("try { " + Run + " } catch (PostgresException e) when (e.SqlState == \"23505\") { throw; }")]
    [InlineData("throw new IOException(\"disk full\");")]
    [InlineData("throw new System.Net.Http.HttpRequestException();")]
    public async Task A_rethrow_and_an_error_of_the_framework_are_hints(string statements) =>
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Analyzer.AnalyzeAsync(Delete(statements))).Severity);

    [Theory]
    [InlineData(Run)]
    [InlineData("try { " + Run + " } catch (NpgsqlException e) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (NpgsqlException e) { throw Map(e); }")]
    [InlineData("try { " + Run + " } catch (Exception) { Console.WriteLine(id); throw; }")]
    [InlineData("try { " + Run + " } catch (InvalidOperationException) { throw; }")]
    [InlineData("try { try { " + Run + " } catch (NpgsqlException) { throw; } } catch (NpgsqlException e) { throw Map(e); }")]
    [InlineData("try { if (id.Length > 9) throw new RedisException(); } catch (RedisException e) { throw Map(e); }")]
    [InlineData("try { if (id.Length > 9) throw new PostgresException(); } catch (NpgsqlException e) { throw Map(e); }")]
    [InlineData("try { Check(await redis.KeyDeleteAsync(id)); } catch (RedisException e) when (id.Length > 1) { throw Map(e); }")]
    [InlineData("await GuardAsync(async () => { await db.SaveChangesAsync(cancellationToken); throw new DbUpdateException(); });")]
    [InlineData("await GuardAsync(() => Task.Run(() => Check(false)));")]
    [InlineData("if (id.Length > 9) throw new ArgumentException(\"too long\", nameof(session)); " + Run)]
    [InlineData("if (id.Length > 9) throw new InvalidOperationException(\"too long\"); " + Run)]
    [InlineData("try { " + Run + " } catch (NpgsqlException) when (id.Length > 9) { }")]
    public Task Errors_that_callers_know_or_that_are_caught(string statements) => Accepts(Delete(statements));
}
