using StorageKit.Analyzers.Usage;
using StorageKit.CodeFixes.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class UsageFixTests() : UsageRuleTests(new DriverMustBeRegistrable())
{
    CodeFixHarness Names => new(Analyzer, new WriteValidDriverName());

    CodeFixHarness Attributes => new(Analyzer, new SettleDriverAttribute());

    CodeFixHarness Undeclared => new(Analyzer with { Analyzer = new StoreMustBeDeclared() }, new SettleDriverAttribute());

    [Fact]
    public Task An_invalid_name_becomes_the_nearest_valid_one() => Names.VerifyAsync(
        $$"""
        using StorageKit;
        [{|SK0002:StorageDriver("My Acme", ProcessLocal = true)|}] public sealed class First : IAuditSink { {{Sink}} }
        [{|SK0002:StorageDriver(/* why */ "2Fast_4_You")|}] public sealed class Second : IAuditSink { {{Sink}} }
        """,
        $$"""
        using StorageKit;
        [StorageDriver("my-acme", ProcessLocal = true)] public sealed class First : IAuditSink { {{Sink}} }
        [StorageDriver(/* why */ "fast_4_you")] public sealed class Second : IAuditSink { {{Sink}} }
        """);

    [Theory]
    [InlineData("nothing of it is a letter", "[{|SK0002:StorageDriver(\"???\")|}] public sealed class X : IAuditSink { " + Sink + " }")]
    [InlineData("it is taken", "[StorageDriver(\"a\")] public sealed class W : IAuditSink { " + Sink + " } [{|SK0002:StorageDriver(\"a\")|}] public sealed class X : IAuditSink { " + Sink + " }")]
    public Task There_is_no_fix_for_a_name_when(string reason, string source)
    {
        Assert.NotEmpty(reason);
        return Names.VerifyNoFixAsync("using StorageKit;\n" + source);
    }

    [Fact]
    public Task The_attribute_goes_and_the_comment_stays() => Attributes.VerifyAsync(
        """
        using StorageKit;

        /// <summary>Why.</summary>
        [{|SK0001:StorageDriver("acme")|}]
        public sealed class First;

        [Obsolete, {|SK0001:StorageDriver("acme")|}] public abstract class Second : IAuditSink
        {
            public abstract ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default);
        }
        """,
        """
        using StorageKit;

        /// <summary>Why.</summary>
        public sealed class First;

        [Obsolete] public abstract class Second : IAuditSink
        {
            public abstract ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default);
        }
        """);

    [Fact]
    public Task A_store_of_no_driver_says_so() => Undeclared.VerifyAsync(
        $$"""
        using StorageKit;
        [StorageDriver("acme")] public sealed class First : IAuditSink { {{Sink}} }

        // Why.
        [Obsolete]
        public sealed class [|Second|] : IAuditSink { {{Sink}} }
        """,
        $$"""
        using StorageKit;
        [StorageDriver("acme")] public sealed class First : IAuditSink { {{Sink}} }

        // Why.
        [Obsolete]
        [NotADriver]
        public sealed class Second : IAuditSink { {{Sink}} }
        """);
}
