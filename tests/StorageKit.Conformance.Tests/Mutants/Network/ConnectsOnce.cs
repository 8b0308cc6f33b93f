using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-Z25", Kills = "GEN-12", Says = "still fails after 10 s")]
internal sealed class ConnectsOnce : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithClient(options => new Client(options));

    sealed class Client(WireOptions options) : WireClient(options)
    {
        readonly SemaphoreSlim _turn = new(1);
        WireConnection? _only;

        public override async ValueTask<BinaryReader> CallAsync(byte[] request, CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await base.CallAsync(request, cancellationToken);
            }
            catch (InvalidOperationException e)
            {
                throw new StorageException(StorageErrorKind.Backend, "not connected", isTransient: true, e);
            }
            finally
            {
                _turn.Release();
            }
        }

        protected override async ValueTask<WireConnection> ConnectAsync(CancellationToken cancellationToken) =>
            _only ??= await WireConnection.OpenAsync(Options, cancellationToken);

        protected override void GiveUp(WireConnection connection)
        {
        }
    }
}
