namespace StorageKit.Tests;

public sealed class StorageExceptionTests
{
    [Theory]
    [InlineData(StorageErrorKind.NotFound, "storage entity not found: x")]
    [InlineData(StorageErrorKind.Backend, "storage backend unavailable: x")]
    [InlineData(StorageErrorKind.Serialization, "storage serialization error: x")]
    [InlineData(StorageErrorKind.Conflict, "storage conflict: x")]
    [InlineData(StorageErrorKind.Timeout, "storage operation timed out: x")]
    [InlineData(StorageErrorKind.Unauthorized, "storage access refused: x")]
    public void The_message_is_the_text_of_the_kind_and_the_detail(StorageErrorKind kind, string message)
    {
        var error = new StorageException(kind, "x");
        Assert.Equal((kind, message), (error.Kind, error.Message));
        Assert.Equal(kind is StorageErrorKind.Timeout, error.IsTransient);
    }

    [Fact]
    public void The_driver_may_say_whether_a_retry_can_help()
    {
        var cause = new IOException("reset");
        var error = new StorageException(StorageErrorKind.Backend, "x", isTransient: true, cause);
        Assert.True(error.IsTransient);
        Assert.Same(cause, error.InnerException);
        Assert.False(new StorageException(StorageErrorKind.Timeout, "x", isTransient: false).IsTransient);
    }

    [Fact]
    public void A_kind_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StorageException((StorageErrorKind)6, "x"));
}
