using System.Runtime.CompilerServices;
using Xunit;

namespace StorageKit.Conformance.Xunit;

/// <summary>A fact that is skipped when the kit throws <see cref="ClauseSkippedException"/>: whether a probe is there
/// is known only while it runs.</summary>
/// <example><code>
/// [ClauseFact(DisplayName = "RLC-01 A fresh key reads 0."), Trait("clause", "RLC-01")]
/// public Task RLC01_FreshKeyReadsZero() => RunAsync("RLC-01");
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClauseFactAttribute : FactAttribute
{
    /// <summary>A test at the place of the attribute.</summary>
    /// <param name="sourceFilePath">The compiler's.</param>
    /// <param name="sourceLineNumber">The compiler's.</param>
    public ClauseFactAttribute(
        [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => SkipExceptions = [typeof(ClauseSkippedException)];
}
