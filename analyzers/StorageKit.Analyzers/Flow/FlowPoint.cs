using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Flow;

/// <summary>A place in a function's control flow: the operations of a block, in evaluation order.</summary>
internal readonly record struct FlowPoint(int Block, int Index);

/// <summary>A branch that a path takes.</summary>
/// <param name="Condition">What is tested, as the compiler lowered it: parts of <c>a &amp;&amp; b</c> are
/// apart.</param>
/// <param name="Outcome">What the test gave; for <c>??</c> and <c>?.</c> true means null.</param>
/// <param name="Block">The block that ends with the test.</param>
internal readonly record struct FlowDecision(IOperation Condition, bool Outcome, int Block);

/// <summary>A way through a function to where it returns normally.</summary>
/// <param name="Decisions">The branches taken, in order.</param>
/// <param name="Blocks">The blocks that it leads through, in order.</param>
internal sealed record FlowPath(IReadOnlyList<FlowDecision> Decisions, IReadOnlyList<int> Blocks);
