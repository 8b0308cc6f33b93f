namespace StorageKit.Conformance.Tests.Mutants.Parts;

/// <summary>A request that is sent once more although the first one arrived.</summary>
internal static class LateRepeat
{
    /// <summary>Makes the call again when others have had their turn.</summary>
    internal static void Of(Func<ValueTask> call) => _ = Task.Run(async () =>
    {
        await Task.Delay(1);
        await call();
    });
}
