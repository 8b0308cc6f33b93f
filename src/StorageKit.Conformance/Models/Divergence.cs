namespace StorageKit.Conformance.Models;

/// <summary>A store's answer that is not its model's.</summary>
/// <param name="Index">Which operation of the sequence, from 0.</param>
/// <param name="Text">The operation.</param>
/// <param name="Expected">The model's answer.</param>
/// <param name="Actual">The store's.</param>
internal sealed record Divergence(int Index, string Text, string Expected, string Actual)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{Text}: expected {Expected}, got {Actual}";
}
