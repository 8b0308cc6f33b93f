using StorageKit.Analyzers.Records;
using StorageKit.CodeFixes.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>The fixes of SK3007: what they write, and where they are not offered.</summary>
public sealed class CancellationFixTests() : StoreRuleTests(new CancellationMustBeHonoured())
{
    const string Command = "using var command = new NpgsqlCommand(\"DELETE FROM sessions WHERE id = @id\", connection); ";
    const string Run = "await command.ExecuteNonQueryAsync(cancellationToken);";

    CodeFixHarness Pass => new(Analyzer, new PassTheToken());

    CodeFixHarness LetThrough => new(Analyzer, new LetCancellationThrough());

    [Theory]
    [InlineData("await [|command.ExecuteNonQueryAsync()|];", Run)]
    [InlineData("await [|command.ExecuteNonQueryAsync(CancellationToken.None)|];", Run)]
    [InlineData("await [|command.ExecuteNonQueryAsync(default)|];", Run)]
    [InlineData("await [|command.ExecuteNonQueryAsync()|].ConfigureAwait(false);", "await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);")]
    [InlineData("await [|File.WriteAllTextAsync(id, \"\")|];", "await File.WriteAllTextAsync(id, \"\", cancellationToken);")]
    [InlineData("await [|table.DeleteEntityAsync(\"p\", id)|];", "await table.DeleteEntityAsync(\"p\", id, cancellationToken: cancellationToken);")]
    public Task A_call_that_takes_a_token(string before, string after) =>
        Pass.VerifyAsync(Sessions(delete: Command + before), Sessions(delete: Command + after));

    [Fact]
    public Task All_members_at_once() => Pass.VerifyAsync(
        Sessions(save: Command + "await [|command.ExecuteNonQueryAsync()|];", delete: Command + "await [|command.ExecuteNonQueryAsync()|];"),
        Sessions(save: Command + Run, delete: Command + Run));

    [Fact]
    public Task Nothing_in_a_helper_without_a_token() => Pass.VerifyNoFixAsync(Sessions(
        delete: "await RunAsync(id);",
        members: "Task<int> RunAsync(string id) => [|new NpgsqlCommand(\"DELETE FROM sessions WHERE id = @id\", connection).ExecuteNonQueryAsync()|];"));

    [Theory]
    [InlineData("[|catch (Exception e)|] { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }",
        "catch (Exception e) when (e is not OperationCanceledException) { throw new StorageException(StorageErrorKind.Backend, \"gone\", e); }")]
    [InlineData("[|catch (Exception)|] { throw new StorageException(StorageErrorKind.Backend, \"gone\"); }",
        "catch (Exception e) when (e is not OperationCanceledException) { throw new StorageException(StorageErrorKind.Backend, \"gone\"); }")]
    [InlineData("[|catch|] { var e = 1; throw new StorageException(StorageErrorKind.Backend, $\"gone {e}\"); }",
        "catch (Exception ex) when (ex is not OperationCanceledException) { var e = 1; throw new StorageException(StorageErrorKind.Backend, $\"gone {e}\"); }")]
    public Task A_clause_that_catches_everything(string before, string after) => LetThrough.VerifyAsync(
        Sessions(delete: Command + "try { " + Run + " } " + before),
        Sessions(delete: Command + "try { " + Run + " } " + after));

    [Fact]
    public Task Nothing_for_a_clause_that_means_cancellations() => LetThrough.VerifyNoFixAsync(Sessions(
        delete: Command + "try { " + Run + " } [|catch (OperationCanceledException)|] { }"));
}
