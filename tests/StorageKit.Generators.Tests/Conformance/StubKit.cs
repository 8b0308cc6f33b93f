namespace StorageKit.Generators.Tests.Conformance;

/// <summary>A kit with three clauses, so that a snapshot shows every form of a test and stays as it is when the real
/// kit gets another clause.</summary>
static class StubKit
{
    public const string Source = """
        using StorageKit;
        using Xunit;

        namespace StorageKit.Conformance
        {
            public enum Lane { Fast, Concurrent }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class ClauseAttribute(string id, string sentence) : Attribute
            {
                public string Id { get; } = id;
                public string Sentence { get; } = sentence;
                public Type? Contract { get; init; }
                public Lane Lane { get; init; }
            }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class ConformanceSuiteAttribute(string driver) : Attribute { public string Driver { get; } = driver; }

            public sealed record ConformanceManifest(
                string Driver, Action<Registry> Register, IReadOnlyList<string> Clauses, IReadOnlyList<string> NotApplicable);

            public sealed class SuiteScope;
            public sealed class DriverHarness;

            public abstract class ConformanceSuite
            {
                protected abstract ConformanceManifest Manifest { get; }
                protected virtual ValueTask<DriverHarness> StartAsync(SuiteScope scope) => new(new DriverHarness());
                protected Task RunAsync(string clause) => Task.FromResult(clause);
                protected void VerifyManifest() { }
            }

            namespace Clauses
            {
                [Clause("RLC-02", "Totals add up.", Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent)]
                internal sealed class RLC02_TotalsAddUp;

                [Clause("AUD-01", "What was emitted is there.", Contract = typeof(IAuditSink))]
                internal sealed class AUD01_EmittedIsThere;

                [Clause("GEN-01", "A name such as \"a<b\" & more is found.")]
                internal sealed class GEN01_IsFound;
            }
        }

        namespace StorageKit.Conformance.Xunit
        {
            public sealed class ClauseFactAttribute : FactAttribute;
            public sealed class SuiteLifetime<T>;
        }
        """;
}
