var Small = { onLoad: function () { } };
