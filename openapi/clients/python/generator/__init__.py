"""Makes linli_client/admin and linli_client/resident from the OpenAPI documents."""
