using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Stores;

/// <summary>A store or resource that notes its disposal, and fails in it when it is told to.</summary>
internal sealed class RecordedStore(string label, Recorder recorder) : EmptyStore, IAsyncDisposable
{
    internal string Label { get; } = label;

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        recorder.Note($"dispose {Label}");
        if (recorder.FailsToDispose.Contains(Label)) throw new InvalidOperationException($"{Label} cannot be disposed");
    }
}
