using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3007, code that breaks the rule and correct code that looks like it.</summary>
public sealed class CancellationMustBeHonouredTests() : StoreRuleTests(new CancellationMustBeHonoured())
{
    const string Sql = "\"DELETE FROM sessions WHERE id = @id\"";
    const string Run = "using var command = new NpgsqlCommand(" + Sql + ", connection); await command.ExecuteNonQueryAsync(cancellationToken);";
    const string Helpers = """
        Task<int> RunAsync(string id) => new NpgsqlCommand("DELETE FROM sessions WHERE id = @id", connection).ExecuteNonQueryAsync();
        Task<int> RunMarkedAsync(string id) => [|new NpgsqlCommand("DELETE FROM sessions WHERE id = @id", connection).ExecuteNonQueryAsync()|];
        Task<int> RunWithAsync(string id, CancellationToken stop) => new NpgsqlCommand("DELETE FROM sessions WHERE id = @id", connection).ExecuteNonQueryAsync(stop);
        async Task GuardAsync(Func<Task> run) { try { await run(); } catch (NpgsqlException e) { throw new StorageException(StorageErrorKind.Backend, "gone", e); } }
        """;

    static string Delete(string statements) => Sessions(
        delete: statements,
        members: statements.Contains("RunMarkedAsync", StringComparison.Ordinal) ? Helpers : Helpers.Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("using var command = new NpgsqlCommand(" + Sql + ", connection); await [|command.ExecuteNonQueryAsync()|];")]
    [InlineData("using var command = new NpgsqlCommand(" + Sql + ", connection); await [|command.ExecuteNonQueryAsync(CancellationToken.None)|];")]
    [InlineData("using var command = new NpgsqlCommand(" + Sql + ", connection); await [|command.ExecuteNonQueryAsync(default)|];")]
    [InlineData("using var command = new NpgsqlCommand(" + Sql + ", connection); await [|command.ExecuteNonQueryAsync()|].ConfigureAwait(false);")]
    [InlineData("await RunMarkedAsync(id);")]
    [InlineData("await [|File.WriteAllTextAsync(id, \"\")|];")]
    [InlineData("await [|db.SaveChangesAsync()|];")]
    public Task A_token_that_nobody_looks_at(string statements) => Flags(Delete(statements));

    [Theory]
    [InlineData("try { " + Run + " } [|catch (OperationCanceledException e)|] { throw new StorageException(StorageErrorKind.Timeout, \"too late\", e); }")]
    [InlineData("try { await RunWithAsync(id, cancellationToken); } [|catch (TaskCanceledException)|] { throw new InvalidOperationException(\"stopped\"); }")]
    [InlineData("try { " + Run + " } [|catch (OperationCanceledException)|] { }")]
    [InlineData("try { " + Run + " } [|catch (OperationCanceledException)|] { return; }")]
    [InlineData("try { " + Run + " } [|catch (Exception e)|] { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } [|catch|] { Console.WriteLine(id); throw new StorageException(StorageErrorKind.Backend, \"gone\"); }")]
    [InlineData("try { await RunWithAsync(id, cancellationToken); } catch (NpgsqlException e) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); } [|catch (Exception e)|] { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    public Task A_cancellation_that_is_made_something_else(string statements) => Flags(Delete(statements));

    [Theory]
    [InlineData("try { " + Run + " } catch (OperationCanceledException e) { throw new StorageException(StorageErrorKind.Timeout, \"too late\", e); }", DiagnosticSeverity.Warning)]
    [InlineData("try { " + Run + " } catch (OperationCanceledException) { }", DiagnosticSeverity.Warning)]
    [InlineData("try { " + Run + " } catch (Exception e) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }", DiagnosticSeverity.Info)]
    [InlineData("await RunAsync(id);", DiagnosticSeverity.Info)]
    public async Task What_may_not_have_been_meant_is_a_hint(string statements, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Analyzer.AnalyzeAsync(Delete(statements))).Severity);

    [Theory]
    [InlineData(Run)]
    [InlineData("await RunWithAsync(id, cancellationToken);")]
    [InlineData("cancellationToken.ThrowIfCancellationRequested(); await RunAsync(id);")]
    [InlineData("await connection.ExecuteAsync(new CommandDefinition(" + Sql + ", new { id }, cancellationToken: cancellationToken));")]
    [InlineData("await connection.ExecuteAsync(" + Sql + ", new { id });")]
    [InlineData("await redis.KeyDeleteAsync(id);")]
    [InlineData("rows.TryRemove(id, out _);")]
    [InlineData("using var command = new NpgsqlCommand(" + Sql + ", connection); command.ExecuteNonQuery();")]
    [InlineData("var stop = cancellationToken; await RunWithAsync(id, stop);")]
    [InlineData("await Inner(); Task<int> Inner() => RunWithAsync(id, cancellationToken);")]
    [InlineData("await GuardAsync(() => RunWithAsync(id, cancellationToken));")]
    [InlineData("lock (gate) plain.Remove(id); if (cancellationToken.IsCancellationRequested) return;")]
    public Task A_token_that_is_looked_at_or_that_nothing_would_take(string statements) => Accepts(Delete(statements));

    [Theory]
    [InlineData("try { " + Run + " } catch (NpgsqlException e) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (Exception e) when (e is not OperationCanceledException) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (OperationCanceledException) { throw; } catch (Exception e) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { throw new StorageException(StorageErrorKind.Timeout, \"too late\"); }")]
    [InlineData("using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken); limit.CancelAfter(500); try { await RunWithAsync(id, limit.Token); await RunWithAsync(id, cancellationToken); } catch (OperationCanceledException) { throw new StorageException(StorageErrorKind.Timeout, \"too late\"); }")]
    [InlineData("try { " + Run + " } catch (Exception e) { if (e is OperationCanceledException) throw; throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (Exception e) { cancellationToken.ThrowIfCancellationRequested(); throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (Exception e) { throw Map(e); } static Exception Map(Exception e) => e;")]
    [InlineData("try { " + Run + " } catch (Exception) { Console.WriteLine(id); throw; }")]
    [InlineData("await RunWithAsync(id, cancellationToken); try { await redis.KeyDeleteAsync(id); } catch (Exception e) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("try { " + Run + " } catch (OperationCanceledException e) { throw new OperationCanceledException(\"stopped\", e, cancellationToken); }")]
    [InlineData("for (var i = 0; ; i++) { try { " + Run + " return; } catch (OperationCanceledException) { if (i > 2) throw; } }")]
    [InlineData("try { " + Run + " } catch (OperationCanceledException) { } await RunWithAsync(id, cancellationToken);")]
    public Task A_cancellation_that_stays_one(string statements) => Accepts(Delete(statements));
}
