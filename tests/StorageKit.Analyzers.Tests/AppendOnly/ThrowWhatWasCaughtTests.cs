using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>The fix of SK1011: what it writes, and where it is not offered.</summary>
public sealed class ThrowWhatWasCaughtTests() : StoreRuleTests(new FailureMustNotBeSwallowed())
{
    const string Thrown = "throw new StorageException(StorageErrorKind.Backend, \"The entry was not stored.\", ";

    CodeFixHarness Fix => new(Analyzer, new ThrowWhatWasCaught());

    static string Around(string clause) => Emit($$"""
                try
                {
                    await repository.SaveAsync(entry, cancellationToken);
                }
                {{clause}}
        """);

    [Theory]
    [InlineData(
        "[|catch (Exception ex)|]\n        {\n            logger.LogWarning(ex.Message);\n        }",
        "catch (Exception ex)\n        {\n            logger.LogWarning(ex.Message);\n            " + Thrown + "ex);\n        }")]
    [InlineData(
        "[|catch (Exception)|]\n        {\n            return;\n        }",
        "catch (Exception e)\n        {\n            " + Thrown + "e);\n        }")]
    [InlineData(
        "[|catch|]\n        {\n            logger.LogWarning(\"audit\");\n        }",
        "catch (Exception e)\n        {\n            logger.LogWarning(\"audit\");\n            " + Thrown + "e);\n        }")]
    public Task The_clause_throws(string before, string after) => Fix.VerifyAsync(Around(before), Around(after));

    [Fact]
    public Task Not_where_another_way_leads_out() => Fix.VerifyNoFixAsync(Around("""
        [|catch (Exception ex)|]
        {
            if (options.Enabled) return;
            logger.LogWarning(ex.Message);
        }
        """));
}
